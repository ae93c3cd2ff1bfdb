/** Where the guest finds the bytes of a ticket, in the folder it is started in. */
export const TICKET_FILE = "ticket.bin";

/** The printer's profile that the ticket is made for and printed with. */
export const TICKET_PROFILE = "epson-tm-t20";
