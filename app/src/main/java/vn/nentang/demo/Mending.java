package vn.nentang.demo;

import vn.nentang.membership.MembershipEvent;

/** An act that was recorded wrongly, and as it is recorded to correct it. */
record Mending(Draft<MembershipEvent> wrong, Draft<MembershipEvent> right) {}
