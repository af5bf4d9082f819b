import { useTranslation } from "react-i18next"

/**
 * The i18next namespaces of each room's texts, so that no key of another plugin's or of the dashboard's can clash: the
 * room's own first, then what the shared parts say. A key is in one of them alone.
 */
export const NAMESPACES = {
  billing: ["serviceBilling", "serviceUi"],
  customers: ["serviceCustomers", "serviceUi"],
  discounts: ["serviceDiscounts", "serviceUi"],
  packages: ["servicePackages", "serviceUi"],
  quickOrders: ["serviceQuickOrders", "serviceUi"],
  provisioning: ["serviceProvisioning", "serviceUi"],
  sales: ["serviceSales", "serviceUi"],
  ui: ["serviceUi"],
} as const

export type TextRoom = keyof typeof NAMESPACES

/** Translates by the texts of a room; `ui` is for parts that every room uses. */
export const useTexts = (room: TextRoom) => useTranslation(NAMESPACES[room], { nsMode: "fallback" })
