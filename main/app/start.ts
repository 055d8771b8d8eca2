// Puts the parts together once Electron is ready, and takes them apart at the end.
import { app, nativeTheme } from 'electron';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaptureCommand } from '../../contract/capture.ts';
import type { EventName, Events } from '../../contract/ipc.ts';
import { systemClock } from '../clock.ts';
import { callFolder, newCallId } from '../library/layout.ts';
import { openLibrary } from '../library/open-library.ts';
import { fileNames } from '../recording/running-files.ts';
import { makeRecorder } from '../recording/recorder.ts';
import { askAfterMs } from './ask-after.ts';
import type { RecordCommand } from './command/parse-command.ts';
import { keepAppWindow, type AppWindow } from './app-window.ts';
import { makeCallPeaks } from './call-peaks.ts';
import { readEscalationRules } from './cases/escalation-rules.ts';
import { pictureOf } from './cases/picture.ts';
import { openLibraryParts } from './library-parts.ts';
import { keepCaptureWindow, type CaptureWindow } from './capture-window.ts';
import { readConsentLaws } from './consent-laws.ts';
import { sayAndQuit } from './fatal.ts';
import { keepControlWindow } from './control-window.ts';
import type { Folders } from './folders.ts';
import { makeHandlers } from './handlers.ts';
import { makeNotices } from './notices.ts';
import { serveApp } from './protocol.ts';
import { quitGuard } from './quit.ts';
import { keepReminders } from './reminders/keep-reminders.ts';
import { reminderTimes } from './reminders/reminder-times.ts';
import { openSaidFile } from './reminders/said-file.ts';
import { answerRecord, readHandedOver, sayAnswer, startAsAsked } from './record-command.ts';
import { saveRecording } from './save-recording.ts';
import { lockSession } from './security.ts';
import { serve, tell } from './serve.ts';
import { openSettings } from './settings.ts';
import { openShortcuts, type Shortcuts } from './shortcuts.ts';
import { chooseSound } from './sound.ts';
import { loadStrings } from './strings.ts';
import { notifyStillThere } from './still-there.ts';
import { stayAwake } from './stay-awake.ts';
import { isRunning } from './tray-menu.ts';

/** After its page is loaded the window asks, draws and settles. */
const calmAfterMs = 1_000;

type Log = (message: string, cause?: unknown) => void;

/** `command`: what the user asked for when starting the app. */
export async function startApp(
  folders: Folders,
  command: { name: 'open' } | RecordCommand,
  log: Log,
): Promise<void> {
  const t = loadStrings();
  const icon = (name: string) => join(__dirname, '../../assets/icons', name);
  const folderOf = (id: string) => callFolder(folders.library, id);
  const folderOrNull = (id: string) => {
    try {
      return folderOf(id);
    } catch {
      return null;
    }
  };

  try {
    await openLibrary(folders.library);
  } catch (cause) {
    return sayAndQuit(t, folders.library, cause);
  }

  lockSession(log);
  serveApp(join(__dirname, '../renderer'), {
    soundOf(id) {
      const folder = folderOrNull(id);
      return folder && join(folder, fileNames.audio);
    },
    pictureOf: (id, attachmentId) => pictureOf(folders.library, id, attachmentId),
    importOf: (job) => imports.decoder.pathOf(job),
  });

  // Each is there once the parts that it needs are; what is told before then is asked for again when it opens.
  let window: AppWindow | null = null;
  let capture: CaptureWindow | null = null;
  let shortcuts: Shortcuts | null = null;
  const control = keepControlWindow(icon('icon.png'), log);
  const tellWindow = <Name extends EventName>(name: Name, body: Events[Name]['body']) =>
    tell(window?.contents() ?? null, name, body);
  const tellBoth = <Name extends EventName>(name: Name, body: Events[Name]['body']) => {
    tellWindow(name, body);
    tell(control.contents(), name, body);
  };
  const tellCapture = (command: CaptureCommand) =>
    tell(capture?.contents() ?? null, 'capture:command', command);

  const settings = openSettings(folders.profile, (changed) => {
    nativeTheme.themeSource = changed.theme;
    recorder.settingsChanged();
    tellBoth('settings:changed', changed);
  });
  nativeTheme.themeSource = settings.read().theme;
  const notices = makeNotices((list) => tellWindow('notices:changed', list));
  const library = openLibraryParts({ folders, settings, notices, tellWindow, log });
  const { store, begun, imports } = library;

  const sound = await chooseSound({
    changed: () => void sound.devices().then((devices) => tellWindow('devices:changed', devices)),
  });
  const stillThere = notifyStillThere({
    t,
    isInFront: () => window?.isInFront() ?? false,
    open: () => window?.show(),
  });
  const awake = stayAwake({ beforeSleep: () => recorder.keepSafe() });
  const recorder = makeRecorder({
    clock: systemClock,
    sound: sound.system,
    appVersion: app.getVersion(),
    settings: settings.read,
    newCallId(startedAtMs) {
      const id = newCallId(startedAtMs);
      begun.note(id);
      return id;
    },
    callFolder: folderOf,
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(folders.library);
      return bavail * bsize;
    },
    saveCall: (call, seal) => saveRecording(call, seal, library.save),
    endLost: (lostMs) => notices.add({ kind: 'end-lost', lostMs }),
    askAfterMs: askAfterMs(),
    send: tellCapture,
    relaunchCapture: (why) => capture?.relaunch(why),
    announceView(view) {
      awake.whileRecording(view.recording);
      imports.importer.hold(view.recording.phase !== 'idle');
      shortcuts?.show(view.recording);
      stillThere.show(view.question);
      if (!isRunning(view.recording)) control.close();
      tellBoth('recording:changed', view);
    },
    announceLevels: (levels) => tellBoth('recording:levels', levels),
    log,
  });

  const recording = () => recorder.view().recording.phase;
  const showControl = () => {
    if (isRunning(recorder.view().recording)) control.show();
  };
  const quit = quitGuard({
    busy: () => ['starting', 'recording', 'paused', 'finishing'].includes(recording()),
    ask() {
      window?.show();
      tellWindow('app:asked-to-quit', null);
    },
    saveTyped: async () => window?.saveTyped(),
    stop: () => recorder.stop(),
    async release() {
      shortcuts?.release();
      control.close();
      capture?.close();
      await recorder.release();
      await library.close();
    },
    log,
  });
  const peaks = makeCallPeaks({
    durationOf: async (id) => recorder.liveCall(id)?.onDiskMs ?? (await store.read(id)).durationMs,
    isRunning: (id) => recorder.liveCall(id) !== null,
    callFolder: folderOf,
    send: tellCapture,
  });

  serve(
    makeHandlers({
      t,
      now: systemClock.now,
      about: () => ({
        version: app.getVersion(),
        electron: process.versions.electron,
        libraryPath: folders.library,
        platform: process.platform,
      }),
      store,
      recorder,
      cases: library.cases,
      escalationRules: () => readEscalationRules(join(__dirname, '../../assets/escalation-rules.json')),
      settings,
      peaks,
      ...imports,
      notices,
      devices: sound.devices,
      microphonesNamed: sound.microphonesNamed,
      callFolder: folderOf,
      libraryFolder: folders.library,
      companyChanged: (company) => tellWindow('companies:changed', company),
      consentLaws: () => readConsentLaws(join(__dirname, '../../assets/consent-laws.json')),
      showControl,
      showWindow: () => window?.show(),
      quit: quit.answer,
      allSaved: () => window?.allSaved(),
      keeping: library.keeping,
    }),
    {
      app: () => window?.contents() ?? null,
      control: control.contents,
      capture: () => capture?.contents() ?? null,
      importer: imports.decoder.contents,
    },
    log,
  );

  // What a crash left is put in order before the first screen asks for it.
  await library.putInOrder();

  capture = keepCaptureWindow({ gone: () => recorder.capture.gone(), log });
  const opened = keepAppWindow({
    icon: icon('icon.png'),
    tellScreen: (screen) => tellWindow('app:show-screen', screen),
    tellLeaving: () => tellWindow('app:leaving', null),
    keepAlive: () =>
      !quit.isQuitting() &&
      (settings.read().whenClosed === 'tray' ||
        ['starting', 'recording', 'paused', 'finishing', 'armed'].includes(recording())),
    closed() {
      recorder.listen(false);
      if (process.platform !== 'darwin') app.quit();
    },
    loading: () => recorder.listen(false),
    log,
  });
  window = opened;
  shortcuts = openShortcuts({
    t,
    icons: { idle: icon('tray.png'), recording: icon('tray-recording.png') },
    open: opened.show,
    start: () => recorder.start({ company: '', mode: settings.read().mode }),
    stop: () => recorder.stop(),
    disarm: () => recorder.disarm(),
    pause: async (on) => recorder.pause(on),
    showControl,
    markPromise: () => recorder.mark('promise', null),
    state: () => recorder.view().recording,
    quit: () => app.quit(),
    taken: () => notices.add({ kind: 'shortcut-taken' }),
    log,
  });
  const startCall = (asked: Omit<RecordCommand, 'name'>) =>
    startAsAsked(asked, {
      state: () => recorder.view().recording,
      start: recorder.start,
      usualMode: () => settings.read().mode,
    });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    opened.show();
    const asked = readHandedOver(data);
    if (asked)
      void startCall(asked)
        .then((answer) => answerRecord(folders.profile, asked.answerId, answer))
        .catch((cause) => log('The command line was not answered', cause));
  });
  app.on('activate', opened.show);
  if (command.name === 'record') void startCall(command).then((answer) => sayAnswer(answer, t));

  // The first screen needs none of it, and what reads the folders would take its processor.
  await opened.loaded;
  const calm = new Promise((resolve) => setTimeout(resolve, calmAfterMs));
  const indexed = await store.startUp(calm);
  if (indexed === 'rebuilt') notices.add({ kind: 'index-rebuilt' });
  if (process.env['ONRECORD_AUTOSTART'] !== '0')
    keepReminders({
      store,
      said: openSaidFile(folders.profile),
      times: reminderTimes(),
      isOn: () => settings.read().reminders === 'on',
      now: systemClock.now,
      t,
      open: () => opened.showScreen('promises'),
      log,
    });
  await library.keeping.startUp(process.env['ONRECORD_AUTOSTART'] !== '0');
}
