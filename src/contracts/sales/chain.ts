import { z } from "@medusajs/framework/zod"
import { CHAIN_PROBLEMS } from "../../rules/sales"
import { pageAnswerSchema, pageQuery } from "../page"

export const listCheckpointsSchema = z.object(pageQuery({ most: 100, standard: 20 }))

/** `POST /admin/sales/checkpoints`: kept as a private file of the store's, too, where that is asked for. */
export const takeCheckpointSchema = z.strictObject({ keep: z.boolean().optional() })
export type TakeCheckpointBody = z.infer<typeof takeCheckpointSchema>

/** `POST /admin/sales/packs` */
export const packSchema = z.strictObject({})

export const checkpointAnswerSchema = z.object({
  number: z.number(),
  taken_at: z.string(),
  chains: z.number(),
  events: z.number(),
  root: z.string(),
  previous_hash: z.string(),
  hash: z.string(),
})
export type CheckpointAnswer = z.infer<typeof checkpointAnswerSchema>
export const checkpointListAnswerSchema = pageAnswerSchema.extend({ checkpoints: z.array(checkpointAnswerSchema) })
export type CheckpointListAnswer = z.infer<typeof checkpointListAnswerSchema>

/** `POST /admin/sales/verifications`: with the text of an exported checkpoint, it is compared with that. */
export const verifySalesSchema = z.strictObject({
  checkpoint: z
    .string()
    .max(20_000_000)
    .refine((value) => !value.includes("\u0000"), "must not hold a zero byte")
    .optional(),
})
export type VerifySalesBody = z.infer<typeof verifySalesSchema>

export const verificationAnswerSchema = z.object({
  ok: z.boolean(),
  chains: z.number(),
  events: z.number(),
  checkpoints: z.number(),
  last_checkpoint: checkpointAnswerSchema.nullable(),
  /** The exported checkpoint that was compared. */
  file: z.object({ number: z.number(), taken_at: z.string(), hash: z.string() }).nullable(),
  /** Events after it: covered by their chains and heads alone. */
  uncovered_events: z.number(),
  problem_count: z.number(),
  problems: z.array(
    z.object({
      kind: z.enum(CHAIN_PROBLEMS),
      sale_id: z.string().nullable(),
      /** The event's number, or the checkpoint's. */
      number: z.number().nullable(),
    }),
  ),
})
export type VerificationAnswer = z.infer<typeof verificationAnswerSchema>

export const historyStateAnswerSchema = z.object({
  /** The last verification; null: there was none. */
  verified: z
    .object({
      at: z.string(),
      ok: z.boolean(),
      events: z.number(),
      problem_count: z.number(),
      file: z.number().nullable(),
    })
    .nullable(),
  last_checkpoint: checkpointAnswerSchema.nullable(),
  /** Whether people's keys are wrapped by a secret of the store's. */
  has_person_secret: z.boolean(),
})
export type HistoryStateAnswer = z.infer<typeof historyStateAnswerSchema>

/** `failed`: orders whose sale could not be made now; the log says why. They are among those that are left. */
export const backfillAnswerSchema = z.object({ made: z.number(), failed: z.number(), left: z.number() })
export type BackfillAnswer = z.infer<typeof backfillAnswerSchema>
