import type {
  AudioBufferLike,
  AudioContextLike,
  AudioNodeLike,
  AudioSourceLike,
} from "../players/AudioContextLike.ts";

class FakeBuffer implements AudioBufferLike {
  readonly sampleRate: number;
  readonly #samples: Float32Array;

  constructor(samples: Float32Array, sampleRate: number) {
    this.#samples = samples;
    this.sampleRate = sampleRate;
  }

  getChannelData(): Float32Array {
    return this.#samples;
  }
}

class FakeSource implements AudioSourceLike {
  buffer: AudioBufferLike | null = null;
  connectedTo: AudioNodeLike | null = null;
  state: "new" | "playing" | "stopped" = "new";
  readonly #ended = new Set<() => void>();

  connect(destination: AudioNodeLike): void {
    this.connectedTo = destination;
  }

  disconnect(): void {
    this.connectedTo = null;
  }

  start(): void {
    this.state = "playing";
  }

  stop(): void {
    this.state = "stopped";
    this.finish();
  }

  addEventListener(_type: "ended", listener: () => void): void {
    this.#ended.add(listener);
  }

  /** The sound reaches its end. */
  finish(): void {
    for (const listener of this.#ended) listener();
  }
}

/**
 * Web Audio without a loudspeaker. "Decodes" bytes as 32-bit floats, refuses an odd length, and
 * lets a test end each sound.
 */
export class FakeAudioContext implements AudioContextLike {
  state = "running";
  readonly sampleRate = 1_000;
  readonly destination: AudioNodeLike = { disconnect: () => undefined };
  readonly sources: FakeSource[] = [];
  decodeCount = 0;

  decodeAudioData(bytes: ArrayBuffer): Promise<AudioBufferLike> {
    this.decodeCount++;
    if (bytes.byteLength % 4 !== 0) return Promise.reject(new Error("not audio"));
    return Promise.resolve(new FakeBuffer(new Float32Array(bytes), this.sampleRate));
  }

  createBuffer(_channels: number, length: number, sampleRate: number): AudioBufferLike {
    return new FakeBuffer(new Float32Array(length), sampleRate);
  }

  createBufferSource(): FakeSource {
    const source = new FakeSource();
    this.sources.push(source);
    return source;
  }

  /** Samples given to the sound of this position, the first when left out. */
  samplesOf(position: number): Float32Array {
    return this.sources[position]?.buffer?.getChannelData(0) ?? new Float32Array();
  }
}
