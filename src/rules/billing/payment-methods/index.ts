export { isOwnMethod, type MethodOwner, type PaidMethod } from "./is-own-method"
export { methodChange, type ChangedMethod } from "./method-change"
