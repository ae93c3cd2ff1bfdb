export { LAST_WHOLE_NUMBER } from "./clips/clipNames.ts";
export { CLIPS_EN } from "./clips/englishClips.ts";
export { CLIPS_VI } from "./clips/vietnameseClips.ts";
export {
  type AnnouncementAddress,
  type AnnouncementPlace,
  type AnnouncementRequest,
  type Notice,
  planAnnouncement,
  planNotice,
} from "./plan/planAnnouncement.ts";
export {
  estimatePlanMs,
  type SpeechLanguage,
  type SpeechPart,
  type SpeechPlan,
} from "./plan/SpeechPlan.ts";
export type { AudioContextLike, AudioNodeLike } from "./players/AudioContextLike.ts";
export { createChimeProvider } from "./players/createChimeProvider.ts";
export {
  type ClipPackOptions,
  type ClipPackPlayer,
  createClipPackPlayer,
} from "./players/createClipPackPlayer.ts";
export { createProviderChain, type FallThroughListener } from "./players/createProviderChain.ts";
export type { SpeechAbility, SpeechProvider } from "./players/SpeechProvider.ts";
export type { StopSignal } from "./players/StopSignal.ts";
export {
  missingClips,
  parseVoiceManifest,
  type VoiceClip,
  type VoiceManifest,
} from "./players/VoiceManifest.ts";
export type { Announcement, AnnouncementKind, DropReason } from "./queue/Announcement.ts";
export {
  ANNOUNCEMENT_TIMING,
  type AnnouncementQueue,
  type AnnouncementQueueOptions,
  createAnnouncementQueue,
} from "./queue/createAnnouncementQueue.ts";
export { readNumberEnglish, readTicketLabelEnglish } from "./reading/readEnglish.ts";
export {
  type ReadingOptions,
  type Region,
  readNumber,
  readTicketLabel,
} from "./reading/readVietnamese.ts";
