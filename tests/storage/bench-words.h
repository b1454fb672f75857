/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the bench's archive is written with and searched for; the first words are the common ones. */
static const char *const bench_words[] = {
  "towels", "pillow", "extra", "bed", "quiet", "late", "early", "checkout", "taxi", "airport", "champagne", "birthday", "allergy",
  "noise", "shower", "cold", "warm", "light", "broken", "television", "remote", "minibar", "invoice", "deposit", "refund", "breakfast",
  "vegan", "child", "cot", "wheelchair", "parking", "window", "view", "upgrade", "lost", "found", "laundry", "iron", "safe", "key",
};
