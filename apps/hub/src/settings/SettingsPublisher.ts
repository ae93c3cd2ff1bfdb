import type { Ack } from "@luot/contract";
import { learnSettings } from "@luot/domain";
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
