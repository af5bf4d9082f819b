import { z } from "@medusajs/framework/zod"
import { deletedAnswerSchema, type RouteContract } from "../route"
import { productAnswerSchema, providersAnswerSchema, readProductSchema, saveProductSchema } from "./products"
import {
  createServerSchema,
  driftAnswerSchema,
  saveServerSchema,
  serverAnswerSchema,
  testedServerSchema,
} from "./servers"
import {
  changeServiceSchema,
  customerMarkSchema,
  listOwnServicesSchema,
  listQueueSchema,
  listServicesSchema,
  ownServiceListAnswerSchema,
  queueAnswerSchema,
  serviceDetailAnswerSchema,
  serviceListAnswerSchema,
  signOnAnswerSchema,
} from "./services"

const AT = "/admin/provisioning"
const serviceAnswer = z.object({ service: serviceDetailAnswerSchema })
const serverAnswer = z.object({ server: serverAnswerSchema })
const productAnswer = z.object({ product: productAnswerSchema })
const customerAnswer = z.object({ customer: customerMarkSchema })

/** All routes of the room. */
export const provisioningRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: `${AT}/services`,
    caller: "admin",
    summary: "Services, the latest first",
    query: listServicesSchema,
    answer: serviceListAnswerSchema,
  },
  {
    method: "GET",
    path: `${AT}/services/:id`,
    caller: "admin",
    summary: "A service with its calls and its time line",
    answer: serviceAnswer,
  },
  {
    method: "POST",
    path: `${AT}/services/:id`,
    caller: "admin",
    summary:
      "Delivers again, says that staff has done it, takes over, suspends, resumes, terminates, or is never suspended",
    body: changeServiceSchema,
    answer: serviceAnswer,
  },
  {
    method: "POST",
    path: `${AT}/services/:id/sign-on`,
    caller: "admin",
    summary: "An address that logs into a service",
    body: z.strictObject({}),
    answer: signOnAnswerSchema,
  },
  {
    method: "GET",
    path: `${AT}/queue`,
    caller: "admin",
    summary: "Calls that are not over, the oldest first",
    query: listQueueSchema,
    answer: queueAnswerSchema,
  },
  {
    method: "GET",
    path: `${AT}/providers`,
    caller: "admin",
    summary: "Active providers with their forms",
    answer: providersAnswerSchema,
  },
  {
    method: "GET",
    path: `${AT}/servers`,
    caller: "admin",
    summary: "Servers of all providers",
    answer: z.object({ servers: z.array(serverAnswerSchema) }),
  },
  {
    method: "POST",
    path: `${AT}/servers`,
    caller: "admin",
    summary: "Adds a server",
    body: createServerSchema,
    status: 201,
    answer: serverAnswer,
  },
  {
    method: "POST",
    path: `${AT}/servers/:id`,
    caller: "admin",
    summary: "Changes a server",
    body: saveServerSchema,
    answer: serverAnswer,
  },
  {
    method: "DELETE",
    path: `${AT}/servers/:id`,
    caller: "admin",
    summary: "Deletes a server without services",
    answer: deletedAnswerSchema("server"),
  },
  {
    method: "POST",
    path: `${AT}/servers/:id/test`,
    caller: "admin",
    summary: "Whether a server is reached with its credentials",
    body: z.strictObject({}),
    answer: z.object({ test: testedServerSchema }),
  },
  {
    method: "GET",
    path: `${AT}/servers/:id/drift`,
    caller: "admin",
    summary: "What differs between a server and what is known of it",
    answer: driftAnswerSchema,
  },
  {
    method: "GET",
    path: `${AT}/products/:product_id`,
    caller: "admin",
    summary: "How a provider makes a product",
    query: readProductSchema,
    answer: productAnswer,
  },
  {
    method: "POST",
    path: `${AT}/products/:product_id`,
    caller: "admin",
    summary: "Says how a provider makes a product",
    body: saveProductSchema,
    answer: productAnswer,
  },
  {
    method: "GET",
    path: `${AT}/customers/:id`,
    caller: "admin",
    summary: "Whether a customer's services are never suspended",
    answer: customerAnswer,
  },
  {
    method: "POST",
    path: `${AT}/customers/:id`,
    caller: "admin",
    summary: "Says whether a customer's services are never suspended",
    body: customerMarkSchema,
    answer: customerAnswer,
  },
  {
    method: "GET",
    path: "/store/customers/me/services",
    caller: "customer",
    summary: "The customer's own services",
    query: listOwnServicesSchema,
    answer: ownServiceListAnswerSchema,
  },
  {
    method: "POST",
    path: "/store/customers/me/services/:id/sign-on",
    caller: "customer",
    summary: "An address that logs the customer into their service",
    body: z.strictObject({}),
    answer: signOnAnswerSchema,
    isLimited: true,
  },
]
