import { pageRoute } from "../../../page-route"
import { sendCatalogue } from "../../catalogue-page"
import { quickOrderPage } from "../../open-quick-order"

export const GET = pageRoute(quickOrderPage(sendCatalogue))
