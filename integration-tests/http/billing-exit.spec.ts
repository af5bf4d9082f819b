import { storeTest } from "../support/store-test"
import { exitsSuite } from "./billing/exits.suite"
import { figuresSuite } from "./billing/figures.suite"
import { offerGroupsSuite } from "./billing/offer-groups.suite"
import { offerLinksSuite } from "./billing/offer-links.suite"

storeTest(exitsSuite, figuresSuite, offerGroupsSuite, offerLinksSuite)
