import { createStep } from "@medusajs/framework/workflows-sdk"
import { writeOrderDiscount } from "../../../../modules/discounts"
import { storing } from "../store-discount"

const { invoke, compensate } = storing(writeOrderDiscount)

/** Stores an order discount with its ranges. Result: its id. */
export const writeOrderDiscountStep = createStep("discounts-write-order-discount", invoke, compensate)
