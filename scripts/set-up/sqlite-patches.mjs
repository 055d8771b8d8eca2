// Changes to better-sqlite3's sources that let it run where Node-API is older than version 10.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop } from './say.mjs';

// better-sqlite3 13 keeps persistent references to strings, which Node-API allows only from version 10: before it,
// the first use crashes. A copy of the text does the same job, made into a JavaScript string when asked for.
const keptString = `class KeptString {
public:
	KeptString() : env(nullptr) {}
	KeptString(Napi::Env env, const char* text) : env(env), text(text) {}
	Napi::String Value() const { return Napi::String::New(env, text); }
private:
	napi_env env;
	std::string text;
};

inline void SetFrozen(`;

const patches = [
  { file: 'binding.gyp', from: 'NAPI_VERSION=10', to: 'NAPI_VERSION=8' },
  { file: 'src/util/helpers.cpp', from: 'inline void SetFrozen(', to: keptString },
  {
    file: 'src/util/helpers.cpp',
    from: 'const Napi::Reference<Napi::String>& key',
    to: 'const KeptString& key',
  },
  { file: 'src/util/constants.cpp', from: 'Napi::Reference<Napi::String>', to: 'KeptString' },
  {
    file: 'src/util/constants.cpp',
    from: 'Napi::Persistent(InternalizedFromLatin1(env, str))',
    to: 'KeptString(env, str)',
  },
  { file: 'src/util/bind-map.cpp', from: 'Napi::Reference<Napi::String>', to: 'KeptString' },
  {
    file: 'src/util/bind-map.cpp',
    from: 'Napi::Persistent(InternalizedFromUtf8(env, name, -1))',
    to: 'env, name',
  },
  { file: 'src/util/bind-map.cpp', from: 'Napi::Persistent(pair->name.Value())', to: 'pair->name' },
];

/** Part of the cache key: a build made with other patches is another build. */
export const patchKey = JSON.stringify(patches);

/** Applies all patches to the copy of better-sqlite3 in `folder`; one that no longer fits is named. */
export async function patchSources(folder) {
  for (const { file, from, to } of patches) {
    const text = await readFile(join(folder, file), 'utf8');
    if (!text.includes(from)) {
      throw new Stop(
        `better-sqlite3 has changed: ${file} no longer has "${from}" (scripts/set-up/sqlite-patches.mjs).`,
      );
    }
    await writeFile(join(folder, file), text.replaceAll(from, to));
  }
}
