import type { ReactNode } from "react";
import { AddDossierQuestion, DossierQuestion, DossiersQuestion } from "./DossierQuestions.tsx";
import { IssueClassQuestion, IssueQuestion } from "./IssueQuestions.tsx";
import type { Question } from "./Question.ts";
import type { QuestionProps } from "./QuestionProps.ts";
import { FinishQuestion, ParkQuestion, PauseQuestion } from "./ReasonQuestions.tsx";
import {
  CallReasonQuestion,
  CancelQuestion,
  PriorityQuestion,
  TicketMenu,
  WhomQuestion,
} from "./TicketQuestions.tsx";
import { TransferQuestion } from "./TransferQuestion.tsx";

/** Asks what an action still needs. */
export function DeskQuestion(props: QuestionProps & { readonly question: Question }): ReactNode {
  const { question } = props;
  switch (question.kind) {
    case "park":
      return <ParkQuestion {...props} />;
    case "pause":
      return <PauseQuestion {...props} />;
    case "finish":
      return <FinishQuestion {...props} />;
    case "transfer":
      return <TransferQuestion {...props} />;
    case "whom":
      return <WhomQuestion {...props} />;
    case "call-reason":
      return <CallReasonQuestion {...props} ticket={question.ticket} />;
    case "ticket":
      return <TicketMenu {...props} ticket={question.ticket} />;
    case "priority":
      return <PriorityQuestion {...props} ticket={question.ticket} />;
    case "cancel":
      return <CancelQuestion {...props} ticket={question.ticket} />;
    case "issue":
      return <IssueQuestion {...props} />;
    case "issue-class":
      return <IssueClassQuestion {...props} serviceId={question.serviceId} />;
    case "dossiers":
      return <DossiersQuestion {...props} />;
    case "dossier":
      return <DossierQuestion {...props} dossier={question.dossier} />;
    case "dossier-add":
      return <AddDossierQuestion {...props} />;
    default:
      return question satisfies never;
  }
}
