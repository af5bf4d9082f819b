import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SwitchBody } from "../../../../providers/demo-payment/switch-schema"
import { readDemoPayments, setDemoPayment, type DemoPayments } from "../../../../workflows/demo/demo-payments"

type Answer = { demo_payments: DemoPayments }

export async function GET(req: MedusaRequest, res: MedusaResponse<Answer>): Promise<void> {
  res.json({ demo_payments: await readDemoPayments(req.scope) })
}

export async function POST(req: MedusaRequest<SwitchBody>, res: MedusaResponse<Answer>): Promise<void> {
  await setDemoPayment(req.scope, req.validatedBody)
  res.json({ demo_payments: await readDemoPayments(req.scope) })
}
