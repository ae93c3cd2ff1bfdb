/** The parts of the browser's Web Audio that this package touches; a real `AudioContext` fits. */
export interface AudioContextLike {
  readonly state: string;
  readonly sampleRate: number;
  readonly destination: AudioNodeLike;
  decodeAudioData(bytes: ArrayBuffer): Promise<AudioBufferLike>;
  createBuffer(channels: number, length: number, sampleRate: number): AudioBufferLike;
  createBufferSource(): AudioSourceLike;
}

/** Where sound goes: the loudspeaker, or a gain of the caller's in front of it. */
export interface AudioNodeLike {
  disconnect(): void;
}

/** Decoded sound; samples from −1 to 1. */
export interface AudioBufferLike {
  readonly sampleRate: number;
  getChannelData(channel: number): Float32Array;
}

/** Plays one buffer once. */
export interface AudioSourceLike extends AudioNodeLike {
  buffer: AudioBufferLike | null;
  connect(destination: AudioNodeLike): unknown;
  start(): void;
  stop(): void;
  addEventListener(type: "ended", listener: () => void, options: { readonly once: boolean }): void;
}
