-- SPDX-License-Identifier: Apache-2.0
-- What a transaction stated is known to every process that PostgreSQL sends to help it. As long as these were not said to be
-- safe, no crowd of a street and no count of a district could use a second core. Who sees what is as before.
alter function registry.ranges()  parallel safe;
alter function registry.persons() parallel safe;
alter function registry.reader()  parallel safe;
alter function registry.moment()  parallel safe;
alter function registry.lately()  parallel safe;
alter function registry.shown()   parallel safe;
