import type { DeviceRole } from "@luot/contract";

/** How much a bucket holds and how fast it fills. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** How often dossiers may be asked for: codes are easily counted through. */
export interface LookUpLimits {
  /** By one kiosk. */
  readonly kiosk: Rate;
  /** By one counter. */
  readonly counter: Rate;
  /** By all kiosks together. */
  readonly hub: Rate;
  /** Unknown codes at one kiosk, before it is told to wait. */
  readonly misses: Rate;
  /** Wrong second factors for one dossier. */
  readonly factors: Rate;
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
  readonly lookUps: LookUpLimits;
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

const LOOK_UPS: LookUpLimits = {
  kiosk: { burst: 12, perSecond: 20 / 60 },
  counter: { burst: 30, perSecond: 1 },
  hub: { burst: 60, perSecond: 2 },
  misses: { burst: 8, perSecond: 8 / 600 },
  factors: { burst: 3, perSecond: 3 / 3_600 },
};

/** The limits of a real centre. */
export const CENTRE_LIMITS: Limits = {
  isLoadTest: false,
  messages: { burst: 50, perSecond: 20 },
  commands: COMMANDS,
  synchronisations: { burst: 10, perSecond: 5 },
  lookUps: LOOK_UPS,
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
  lookUps: {
    kiosk: UNLIMITED,
    counter: UNLIMITED,
    hub: UNLIMITED,
    misses: UNLIMITED,
    factors: UNLIMITED,
  },
  maxConnections: 20_000,
  maxConnectionsPerDevice: 20_000,
};
