import type { DeviceRole } from "@luot/contract";

/** How much a bucket holds and how fast it fills. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** What clients may ask of the hub. */
export interface Limits {
  /** Reported to every client, so that nobody mistakes a load test for a real centre. */
  readonly isLoadTest: boolean;
  /** Messages of any kind, per connection. */
  readonly messages: Rate;
  /** Commands, per device. */
  readonly commands: Readonly<Record<DeviceRole, Rate>>;
  /** What a kiosk tells afterwards: batches of its own numbers, outcomes of papers. */
  readonly synchronisations: Rate;
  readonly maxConnections: number;
  /** Tabs of one browser share its token. */
  readonly maxConnectionsPerDevice: number;
}

const COMMANDS: Limits["commands"] = {
  kiosk: { burst: 4, perSecond: 1 },
  counter: { burst: 15, perSecond: 5 },
  display: { burst: 5, perSecond: 1 },
  console: { burst: 10, perSecond: 2 },
  phone: { burst: 3, perSecond: 0.2 },
};

/** The limits of a real centre. */
export const CENTRE_LIMITS: Limits = {
  isLoadTest: false,
  messages: { burst: 50, perSecond: 20 },
  commands: COMMANDS,
  synchronisations: { burst: 10, perSecond: 5 },
  maxConnections: 4_000,
  maxConnectionsPerDevice: 4,
};

const UNLIMITED: Rate = { burst: 1e9, perSecond: 1e9 };

/** For load tests alone, set explicitly. */
export const LOAD_TEST_LIMITS: Limits = {
  isLoadTest: true,
  messages: UNLIMITED,
  commands: {
    kiosk: UNLIMITED,
    counter: UNLIMITED,
    display: UNLIMITED,
    console: UNLIMITED,
    phone: UNLIMITED,
  },
  synchronisations: UNLIMITED,
  maxConnections: 20_000,
  maxConnectionsPerDevice: 20_000,
};
