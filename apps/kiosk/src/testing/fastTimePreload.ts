import { FAST_PLAN, type FastPlan, fastNow } from "./fastTime.ts";

// Loaded before a hub: its wall clock follows the plan, its monotonic clock stays as it is.

const realNow = Date.now.bind(Date);
const plan = JSON.parse(process.env[FAST_PLAN] ?? "null") as FastPlan;
Date.now = () => fastNow(plan, realNow());
