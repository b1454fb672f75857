/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-definitions.h"

G_DEFINE_ENUM_TYPE (BellValueType, bell_value_type,
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_TEXT, "text"),
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_CHOICE, "choice"),
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_NUMBER, "number"),
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_MONEY, "money"),
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_TIME, "time"),
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_DATETIME, "datetime"),
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_SCORE, "score"),
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_YES_NO, "yes/no"),
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_GUEST, "guest"),
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_STAY, "stay"),
                    G_DEFINE_ENUM_VALUE (BELL_VALUE_STAFF, "staff"))

G_DEFINE_ENUM_TYPE (BellCompare, bell_compare,
                    G_DEFINE_ENUM_VALUE (BELL_COMPARE_EQUAL, "equal"),
                    G_DEFINE_ENUM_VALUE (BELL_COMPARE_DIFFERENT, "different"),
                    G_DEFINE_ENUM_VALUE (BELL_COMPARE_BEFORE, "before"),
                    G_DEFINE_ENUM_VALUE (BELL_COMPARE_NOT_AFTER, "not-after"),
                    G_DEFINE_ENUM_VALUE (BELL_COMPARE_AFTER, "after"),
                    G_DEFINE_ENUM_VALUE (BELL_COMPARE_NOT_BEFORE, "not-before"))

G_DEFINE_ENUM_TYPE (BellCheckType, bell_check_type,
                    G_DEFINE_ENUM_VALUE (BELL_CHECK_REQUIRED_WHEN, "required-when"),
                    G_DEFINE_ENUM_VALUE (BELL_CHECK_MUST_BE, "must-be"),
                    G_DEFINE_ENUM_VALUE (BELL_CHECK_COMPARE, "compare"),
                    G_DEFINE_ENUM_VALUE (BELL_CHECK_DIFFERENCE, "difference"),
                    G_DEFINE_ENUM_VALUE (BELL_CHECK_PLACEHOLDERS, "placeholders"),
                    G_DEFINE_ENUM_VALUE (BELL_CHECK_ADDRESS, "address"),
                    G_DEFINE_ENUM_VALUE (BELL_CHECK_NOT_PAST, "not-past"),
                    G_DEFINE_ENUM_VALUE (BELL_CHECK_NOT_FUTURE, "not-future"),
                    G_DEFINE_ENUM_VALUE (BELL_CHECK_RANGE, "range"))

G_DEFINE_ENUM_TYPE (BellReach, bell_reach,
                    G_DEFINE_ENUM_VALUE (BELL_REACH_OWN, "own"),
                    G_DEFINE_ENUM_VALUE (BELL_REACH_DEPARTMENT, "department"),
                    G_DEFINE_ENUM_VALUE (BELL_REACH_PROPERTY, "property"))
