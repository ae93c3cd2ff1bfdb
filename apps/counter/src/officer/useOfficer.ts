import type { Answer, HubClient } from "@luot/hub-client";
import { useState } from "react";
import { useHub, useHubState } from "../hub/HubContext.ts";
import { writeSession } from "../hub/sessionStore.ts";
import { type Officer, officerNow, type OfficerSeen } from "./Officer.ts";

/** Who is signed in, and the way in, out and through the lock. */
export interface OfficerDesk {
  readonly officer: Officer | null;
  readonly signIn: (username: string, password: string) => Promise<Answer<"officer:sign-in">>;
  readonly signOut: () => Promise<Answer<"officer:sign-out">>;
  readonly lock: () => Promise<Answer<"officer:lock">>;
  readonly unlock: (pin: string) => Promise<Answer<"officer:unlock">>;
  /** The hub says otherwise than this screen thought. */
  readonly learn: (code: "not_signed_in" | "session_locked") => void;
}

/** Keeps who is signed in; the session outlives reconnects and reloads. */
export function useOfficer(): OfficerDesk {
  const hub = useHub();
  const { identity } = useHubState();
  const [seen, setSeen] = useState<OfficerSeen | null>(null);
  const officer = officerNow(seen, identity);

  // The hub may have welcomed this screen anew while a command was on its way.
  const see = (next: Officer | null): void =>
    setSeen({ since: hub.getState().identity, officer: next });
  const setLocked = (isLocked: boolean): void => see(officer && { ...officer, isLocked });

  return {
    officer,
    signIn: async (username, password) => {
      const answer = await hub.send("officer:sign-in", { username, password });
      if (!answer.ok) return answer;
      const { session, ...who } = answer.data;
      keepSession(hub, session);
      see({ ...who, isLocked: false });
      return answer;
    },
    signOut: async () => {
      const answer = await hub.send("officer:sign-out", {});
      if (answer.ok || answer.code === "not_signed_in") {
        keepSession(hub, null);
        see(null);
      }
      return answer;
    },
    lock: async () => {
      const answer = await hub.send("officer:lock", {});
      if (answer.ok) setLocked(true);
      return answer;
    },
    unlock: async (pin) => {
      const answer = await hub.send("officer:unlock", { pin });
      if (answer.ok) setLocked(false);
      return answer;
    },
    learn: (code) => (code === "not_signed_in" ? see(null) : setLocked(true)),
  };
}

function keepSession(hub: HubClient<"counter">, session: string | null): void {
  hub.useSession(session);
  writeSession(session);
}
