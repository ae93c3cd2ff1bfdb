import type { PaperNews } from "@luot/contract";
import { afterNews, mayAskAgain, type PaperStanding } from "./paperStanding.ts";
import type { ConfirmScreen, GivenTicket, NumberAction, Screen, Wish } from "./Screen.ts";

type Taking = Extract<Screen, { readonly step: "taking" }>;

/** The next screen on the way to a number. Pure; what does not fit changes nothing. */
export function numberStep(screen: Screen, action: NumberAction): Screen {
  switch (action.type) {
    case "turned":
      return "page" in screen ? { ...screen, page: action.page } : screen;
    case "chose-group":
      return choseGroup(screen, action);
    case "chose-service":
      return screen.step === "service" ? confirm(screen.agencyId, action.serviceId, null) : screen;
    case "chose-line":
      return screen.step === "search" || screen.step === "dossier"
        ? confirm(action.agencyId, action.serviceId, screen)
        : screen;
    case "chose-reason":
      return screen.step === "confirm" ? { ...screen, reasonId: action.reasonId } : screen;
    case "took":
      return took(screen, action.wish);
    case "given":
      return isAnswer(screen, action.wishId) ? given(screen.wish, action.ticket) : screen;
    case "refused":
      return isAnswer(screen, action.wishId) ? refused(screen, action) : screen;
    case "paper-told":
      return paperTold(screen, action.news);
    case "asked-copy":
      return screen.step === "ticket" && mayAskAgain(screen.paper)
        ? { ...screen, paper: { kind: "printing", copy: 1 } }
        : screen;
    default:
      return action satisfies never;
  }
}

function given({ payload, printer }: Wish, ticket: GivenTicket): Screen {
  const paper: PaperStanding = payload.print
    ? { kind: "printing", copy: 0 }
    : { kind: "paperless", printer };
  return { step: "ticket", ticket, paper };
}

function paperTold(screen: Screen, news: PaperNews): Screen {
  if (screen.step !== "ticket" || screen.ticket.ticketId !== news.ticketId) return screen;
  const paper = afterNews(screen.paper, news);
  return paper === screen.paper ? screen : { ...screen, paper };
}

function choseGroup(
  screen: Screen,
  { agencyId, onlyService }: Extract<NumberAction, { type: "chose-group" }>,
): Screen {
  if (screen.step !== "group") return screen;
  return onlyService === null
    ? { step: "service", agencyId, page: 0 }
    : confirm(agencyId, onlyService, null);
}

function confirm(agencyId: string, serviceId: string, before: ConfirmScreen["before"]): Screen {
  return { step: "confirm", agencyId, serviceId, reasonId: null, page: 0, before };
}

/** A wish is made once; what was not answered may be sent again, but only as the same wish. */
function took(screen: Screen, wish: Wish): Screen {
  if (screen.step === "confirm") return { step: "taking", wish };
  // One touch, without another question: what the dossier needs is known.
  if (screen.step === "dossier") return { step: "taking", wish };
  if (screen.step === "refused" && screen.wish?.id === wish.id) return { step: "taking", wish };
  return screen;
}

function isAnswer(screen: Screen, wishId: string): screen is Taking {
  return screen.step === "taking" && screen.wish.id === wishId;
}

function refused(
  { wish }: Taking,
  { code, details }: Extract<NumberAction, { type: "refused" }>,
): Screen {
  return { step: "refused", code, details, wish: code === "disconnected" ? wish : null };
}
