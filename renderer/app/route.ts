// Which screen is open: read from the address after #, so that Back works and a screen can be linked to.
import { useSyncExternalStore } from 'react';
import type { CallId } from '../../contract/call.ts';

export type Route =
  | { screen: 'recording' }
  /** `query`: begin with this query line; without one the search stays as it was left. */
  | { screen: 'calls'; query?: string }
  /** `atMs`: start at this moment of the call. */
  | { screen: 'call'; callId: CallId; atMs: number | null }
  | { screen: 'promises' }
  | { screen: 'companies' }
  /** A company by its name, as calls name it. */
  | { screen: 'company'; company: string }
  | { screen: 'cases' }
  /** A case by its name, as calls name it. */
  | { screen: 'case'; case: string }
  | { screen: 'trash' }
  | { screen: 'settings' };

/** `#/call/<id>?at=718000` → a route; anything unknown is the recording screen. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen = '', id = ''] = path.split('/');
  if (screen === 'call' && id) {
    const at = Number.parseInt(new URLSearchParams(query).get('at') ?? '', 10);
    return { screen, callId: decodeURIComponent(id), atMs: Number.isNaN(at) ? null : at };
  }
  const asked = new URLSearchParams(query).get('q');
  if (screen === 'calls' && asked !== null) return { screen, query: asked };
  if (screen === 'company' && id) return { screen, company: decodeURIComponent(id) };
  if (screen === 'case' && id) return { screen, case: decodeURIComponent(id) };
  return { screen: plainScreens.find((plain) => plain === screen) ?? 'recording' };
}

const plainScreens = ['recording', 'calls', 'promises', 'companies', 'cases', 'trash', 'settings'] as const;
/** A screen that needs no more than its name. */
export type PlainScreen = (typeof plainScreens)[number];

/** The address of a route, for `href`. */
export function hrefOf(route: Route): string {
  if (route.screen === 'company') return `#/company/${encodeURIComponent(route.company)}`;
  if (route.screen === 'case') return `#/case/${encodeURIComponent(route.case)}`;
  if (route.screen === 'calls' && route.query !== undefined)
    return `#/calls?q=${encodeURIComponent(route.query)}`;
  if (route.screen !== 'call') return `#/${route.screen}`;
  const at = route.atMs === null ? '' : `?at=${Math.round(route.atMs)}`;
  return `#/call/${encodeURIComponent(route.callId)}${at}`;
}

export const callHref = (callId: CallId, atMs: number | null = null) =>
  hrefOf({ screen: 'call', callId, atMs });

export function go(route: Route): void {
  window.location.hash = hrefOf(route);
}

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));
}
