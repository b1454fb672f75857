/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-stay-file.h"

BellMapping *load_shipped_mapping  (const char   *id);

/* Opens and reads @file and tells what came of it, as nasty-files.h says. */
char        *tell_stays            (BellStayFile *file);

void         add_nasty_tests       (void);
void         add_date_tests        (void);
void         add_mapping_tests     (void);
void         add_round_trip_tests  (void);
void         add_stay_file_tests   (void);
void         add_public_data_tests (void);
