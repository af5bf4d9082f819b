import type { CartLine } from "./cart-line"
import type { CartPlan, LineIdentity, PlannedLine } from "./cart-plan"
import type { CartStageName } from "./cart-stages"
import { slotOf, type LineRecord } from "./line-record"

/** A dependent line that a stage creates. */
export interface MadeLine {
  line: Omit<CartLine, "id" | "createdAt" | "taxRate" | "adjustments" | "metadata">
  identity: LineIdentity & { parentLineId: string }
}

/**
 * Adds dependent lines. An existing one, found by its record (same parent, room, kind, variant and slot), keeps its id and is
 * updated where it differs.
 */
export function makeLines(
  plan: CartPlan,
  { stage, room }: { stage: CartStageName; room: string },
  wanted: MadeLine[],
): CartPlan {
  const free = new Set(plan.cart.records.filter(({ parentId }) => parentId !== null))
  // A parent may have a new line id in this plan; its record is still the same.
  const recordIdOf = new Map(plan.lines.flatMap(({ line, record }) => (record ? [[line.id, record.id]] : [])))
  const made = wanted.map(({ line, identity }): PlannedLine => {
    const parentId = recordIdOf.get(identity.parentLineId)
    const record = [...free].find((one) => parentId !== undefined && isRecordOf(one, { line, identity, parentId }))
    if (record) {
      free.delete(record)
    }
    const current = plan.cart.lines.find(({ id }) => id === record?.lineId) ?? null
    const whole = { ...(current ?? newLine(plan.ids.lineId())), ...line }
    if (record) {
      recordIdOf.set(whole.id, record.id)
    }
    return {
      line: whole,
      current,
      record: record ?? null,
      identity,
      taken: [],
      takenByOthers: "0",
    }
  })
  const explanations = made.map(({ line }) => ({
    stage,
    room,
    lineId: line.id,
    did: "made_line" as const,
    amount: line.unitPrice,
    description: line.title,
  }))
  return { ...plan, lines: [...plan.lines, ...made], explanations: [...plan.explanations, ...explanations] }
}

const newLine = (id: string) => ({ id, createdAt: "", taxRate: "0", adjustments: [], metadata: null })

const isRecordOf = (
  { parentId, room, kind, variantId, payload }: LineRecord,
  wanted: MadeLine & { parentId: string },
): boolean =>
  parentId === wanted.parentId &&
  room === wanted.identity.room &&
  kind === wanted.identity.kind &&
  variantId === wanted.line.variantId &&
  slotOf({ room, payload }) === slotOf({ room, payload: wanted.identity.payload })
