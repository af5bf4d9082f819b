import { EVERYONE } from "../../../rules/discounts/states"

/** Whether a group is the one that every visitor belongs to. */
export const isEveryone = (group: string): boolean => group === EVERYONE
