import { pageRoute } from "../../../../../page-route"
import { quickOrderPage } from "../../../../open-quick-order"
import { sendPackage } from "../../../../package-page"

export const GET = pageRoute(quickOrderPage(sendPackage))
