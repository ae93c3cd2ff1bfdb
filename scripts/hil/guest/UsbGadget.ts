import fs from "node:fs";

/** A USB function of a gadget: its attributes, as configfs names them. */
export interface GadgetFunction {
  /** Kind and instance, such as `hid.usb0`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | Uint8Array>>;
}

export interface GadgetOptions {
  /** Name of the gadget's folder, and which of dummy_hcd's ports it is on. */
  readonly name: string;
  readonly port: number;
  readonly product: string;
  readonly serialNumber: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly fn: GadgetFunction;
}

const GADGETS = "/sys/kernel/config/usb_gadget";
const ENGLISH = "strings/0x409";

/**
 * A USB device made of the kernel's gadget functions, on a cable inside the kernel (dummy_hcd): the
 * host side sees USB, with real drivers (Linux, Documentation/usb/gadget_configfs.rst).
 */
export class UsbGadget {
  readonly #folder: string;
  readonly #port: string;

  /** Describes the device; it is not plugged in yet. */
  constructor(options: GadgetOptions) {
    this.#folder = `${GADGETS}/${options.name}`;
    this.#port = `dummy_udc.${options.port}`;
    const { fn } = options;
    for (const folder of ["", `/${ENGLISH}`, "/configs/c.1", `/functions/${fn.name}`])
      fs.mkdirSync(`${this.#folder}${folder}`);
    this.#set("idVendor", `0x${options.vendorId.toString(16)}`);
    this.#set("idProduct", `0x${options.productId.toString(16)}`);
    this.#set(`${ENGLISH}/product`, options.product);
    this.#set(`${ENGLISH}/serialnumber`, options.serialNumber);
    for (const [name, value] of Object.entries(fn.attributes))
      this.#set(`functions/${fn.name}/${name}`, value);
    fs.symlinkSync(
      `${this.#folder}/functions/${fn.name}`,
      `${this.#folder}/configs/c.1/${fn.name}`,
    );
  }

  plug(): void {
    this.#set("UDC", this.#port);
  }

  unplug(): void {
    this.#set("UDC", "\n");
  }

  #set(name: string, value: string | Uint8Array): void {
    fs.writeFileSync(`${this.#folder}/${name}`, value);
  }
}
