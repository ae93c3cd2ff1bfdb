import { parentPort } from "../../devices/link/parentPort.ts";

// A process of devices that says back what it hears, and hangs when it is told to.

const port = parentPort();
port.listen((message) => {
  if (message === "hang") for (;;);
  process.stderr.write("heard\n");
  port.post({ echo: message });
});
port.post({ kind: "ready" });
