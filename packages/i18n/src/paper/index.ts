export { type PaperCentre, type PaperFacts, paperText, type PaperText } from "./paperText.ts";
