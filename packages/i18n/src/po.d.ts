declare module "*.po" {
  import type { Messages } from "@lingui/core";

  /** The catalogue, compiled by Lingui's Vite plugin. */
  export const messages: Messages;
}
