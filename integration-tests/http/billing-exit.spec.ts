import { storeTest } from "../support/store-test"
import { crossSellsSuite } from "./billing/cross-sells.suite"
import { exitsSuite } from "./billing/exits.suite"
import { figuresSuite } from "./billing/figures.suite"
import { importsSuite } from "./billing/imports.suite"
import { offerGroupsSuite } from "./billing/offer-groups.suite"
import { offerLinksSuite } from "./billing/offer-links.suite"
import { offerRequestsSuite } from "./billing/offer-requests.suite"

storeTest(
  crossSellsSuite,
  exitsSuite,
  figuresSuite,
  importsSuite,
  offerGroupsSuite,
  offerLinksSuite,
  offerRequestsSuite,
)
