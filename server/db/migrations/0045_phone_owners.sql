-- SPDX-License-Identifier: Apache-2.0
-- Whose the account's telephone was, by the register, when the binding was first used: families share one. Whoever is
-- recorded with it later, while its own person is not, has it now. None: not looked at yet.
alter table registry.binding add column phone_of bigint[];
