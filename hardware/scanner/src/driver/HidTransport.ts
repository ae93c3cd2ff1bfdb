/** A HID device, or one collection of it, as the system lists it. */
export interface HidDevice {
  /** How the system opens it; another one after each replug. */
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  /** Empty when the device tells none. */
  readonly serialNumber: string;
  readonly product: string;
  readonly usagePage: number;
  readonly usage: number;
}

/** What an open device tells. Both may be called before the opening is done. */
export interface HidEvents {
  /** One report, its id as byte 0. The bytes are the listener's to keep. */
  onReport(report: Uint8Array): void;
  /** The device is gone; says why. */
  onLost(reason: string): void;
}

export interface HidConnection {
  /** Sends a feature report, its id as byte 0. Rejects when the device does not take it. */
  sendFeatureReport(report: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** The way to HID devices: the system's, a socket, or a fake. */
export interface HidTransport {
  list(): Promise<readonly HidDevice[]>;
  /** Rejects when the device cannot be opened. */
  open(path: string, events: HidEvents): Promise<HidConnection>;
}

/** Which device is meant; what is left out may be anything. */
export interface WantedHidDevice {
  readonly vendorId?: number;
  readonly productId?: number;
  readonly serialNumber?: string;
}

/** Whether a device is a bar code scanner in HID POS mode (usage page 0x8C, usage 2). */
export function isHidPos(device: HidDevice): boolean {
  return device.usagePage === 0x8c && device.usage === 2;
}

/** Whether a device is one that is meant. */
export function isWanted(device: HidDevice, wanted: WantedHidDevice): boolean {
  return (
    (wanted.vendorId ?? device.vendorId) === device.vendorId &&
    (wanted.productId ?? device.productId) === device.productId &&
    (wanted.serialNumber ?? device.serialNumber) === device.serialNumber
  );
}
