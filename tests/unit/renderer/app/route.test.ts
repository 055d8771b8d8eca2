import { describe, expect, it } from 'vitest';
import { callHref, hrefOf, parseRoute, type Route } from '../../../../renderer/app/route.ts';

describe('route', () => {
  const routes: Route[] = [
    { screen: 'recording' },
    { screen: 'calls' },
    { screen: 'calls', query: 'company:"Café & Söhne" refund?' },
    { screen: 'settings' },
    { screen: 'call', callId: '20261123T140500Z-k7f3q2x9', atMs: null },
    { screen: 'call', callId: '20261123T140500Z-k7f3q2x9', atMs: 718_000 },
  ];

  it.each(routes)('comes back from its address: $screen', (route) => {
    expect(parseRoute(hrefOf(route))).toEqual(route);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/call/'])('opens the recording screen for "%s"', (hash) => {
    expect(parseRoute(hash)).toEqual({ screen: 'recording' });
  });

  it('ignores a moment that is no number', () => {
    expect(parseRoute('#/call/abc?at=soon')).toEqual({ screen: 'call', callId: 'abc', atMs: null });
  });

  it('links to whole milliseconds', () => {
    expect(callHref('abc', 1234.6)).toBe('#/call/abc?at=1235');
  });
});
