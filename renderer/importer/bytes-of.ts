// Some bytes of a file that the app hands out.

/** `range` as in the header of that name: `bytes=0-99`, `bytes=-100`. */
export async function bytesOf(url: URL, range: string): Promise<Uint8Array> {
  const answer = await fetch(url, { headers: { range } });
  if (!answer.ok) throw new Error(`${range} of the file: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
