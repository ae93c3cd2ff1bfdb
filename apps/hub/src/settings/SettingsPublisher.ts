import type { Ack } from "@luot/contract";
import { type CentreSettings, decide, learnSettings } from "@luot/domain";
import type { SettingsStore } from "@luot/store";
import { type CentreEngine, refusal } from "../engine/CentreEngine.ts";

/** Brings stored versions of the settings into force; each publication is a fact of the journal. */
export class SettingsPublisher {
  readonly #store: SettingsStore;
  readonly #engine: CentreEngine;
  readonly #newId: () => string;

  constructor(store: SettingsStore, engine: CentreEngine, newId: () => string) {
    this.#store = store;
    this.#engine = engine;
    this.#newId = newId;
  }

  /** Stores settings as the next version and publishes them; what is refused is not stored. */
  async add(settings: CentreSettings, atMs: number): Promise<Ack> {
    const { state } = this.#engine;
    const version =
      Math.max(this.#store.latest()?.settings.version ?? 0, state.settings.version) + 1;
    learnSettings(state, { ...settings, version });
    const trial = decide(
      state,
      {
        id: this.#newId(),
        type: "settings:publish",
        payload: { version, hash: "" },
        actor: { kind: "hub", id: "" },
        deviceId: null,
      },
      { now: atMs, ids: [this.#newId()] },
    );
    if (!trial.ok) {
      state.library.delete(version);
      const { code, details } = trial.error;
      return refusal(code, code, details);
    }
    this.#store.add(settings, atMs);
    return this.publishLatest();
  }

  /** Publishes the newest stored version. Nothing newer than what is in force is fine too. */
  async publishLatest(): Promise<Ack> {
    const latest = this.#store.latest();
    const { state } = this.#engine;
    if (latest === null) return refusal("settings_unknown", "no settings are stored");
    const { settings, hash } = latest;
    if (settings.version <= state.settings.version) return { ok: true, data: {}, seq: state.seq };
    learnSettings(state, settings);
    return this.#engine.run({
      id: this.#newId(),
      type: "settings:publish",
      payload: { version: settings.version, hash },
      actor: { kind: "hub", id: "" },
      deviceId: null,
    });
  }
}
