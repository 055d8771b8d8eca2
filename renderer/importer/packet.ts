// One encoded packet of a file, and when it is to be heard.

export interface Packet {
  data: Uint8Array;
  /** In seconds. */
  timestamp: number;
  duration: number;
}

/** Where a file's packets come from. */
export interface PacketSource {
  packets(): AsyncGenerator<Packet, void, undefined>;
  /** Timestamps that jump by less are an unsteady clock; by more, a hole in the file. */
  leastHoleSeconds: number;
  /** What such a hole is. */
  holeCause: string;
}
