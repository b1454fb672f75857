/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nasty-files.h"

#define FILE_OF(bytes) bytes, sizeof (bytes) - 1
#define HEADER "Confirmation Number,Last Name,Arrival Date,Departure Date,Email\n"
#define GOOD "A1,Smith,2026-01-02,2026-01-03,a@b.example\n"
#define OK_GOOD "ok 2 A1 Smith 2026-01-02 2026-01-03\n"

const NastyFile nasty_stays[] = {
  /* Header */
  { "an empty file", FILE_OF (""), "error input: The file is empty.\n" },
  { "a header and nothing else", FILE_OF (HEADER), "read 0 good 0 repeated 0 refused 0\n" },
  { "no header", FILE_OF (GOOD),
    "error input: The file has no column “Confirmation Number” / “Confirmation No.” / “Confirmation No” / “Conf. No.” / “Reservation Number” / “Booking Reference” for Confirmation number. The file has no column “Arrival Date” / “Arrival” / “Check-In Date” for Arrival. The file has no column “Departure Date” / “Departure” / “Check-Out Date” for Departure.\n" },
  { "names of columns in another case and spelling", FILE_OF ("CONFIRMATION_NUMBER,lastname, Arrival  date ,DepartureDate\nA1,Smith,2026-01-02,2026-01-03\n"),
    OK_GOOD "read 1 good 1 repeated 0 refused 0\n" },
  { "a mapped column twice", FILE_OF ("Confirmation Number,Last Name,Arrival Date,Departure Date,last name\n" GOOD),
    "error input: The file has more than one column “Last Name”.\n" },
  { "an unmapped column twice", FILE_OF ("Confirmation Number,Last Name,Arrival Date,Departure Date,x,x\nA1,Smith,2026-01-02,2026-01-03,1,2\n"),
    OK_GOOD "read 1 good 1 repeated 0 refused 0\n" },
  { "a header with an open quotation mark", FILE_OF ("Confirmation Number,\"Last Name,Arrival Date,Departure Date\n" GOOD),
    "error input: The header in line 1 is damaged in column 2.\n" },
  { "a spreadsheet named .csv", FILE_OF ("PK\003\004\024\0\006\0"), "error input: This is a spreadsheet or an archive, not a text file.\n" },
  { "an old Excel file", FILE_OF ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "error input: This is an old Excel file, not a text file.\n" },
  { "a PDF", FILE_OF ("%PDF-1.7\n"), "error input: This is a PDF, not a text file.\n" },
  { "a gzip file", FILE_OF ("\x1F\x8B\x08\0"), "error input: This file is compressed.\n" },
  { "UTF-32", FILE_OF ("\xFF\xFE\0\0C\0\0\0"), "error input: This file is in UTF-32.\n" },

  /* Shape */
  { "trailing delimiters in the rows only", FILE_OF (HEADER "A1,Smith,2026-01-02,2026-01-03,a@b.example,,\n"),
    OK_GOOD "read 1 good 1 repeated 0 refused 0\n" },
  { "a row too short", FILE_OF (HEADER "A1,Smith,2026-01-02\n" GOOD),
    "no 2.4 The row has 3 columns, the header has 5.\nok 3 A1 Smith 2026-01-02 2026-01-03\nread 2 good 1 repeated 0 refused 1\n" },
  { "a comma too many", FILE_OF (HEADER "A1,Smith, John,2026-01-02,2026-01-03,a@b.example\n"),
    "no 2.6 The row has 6 columns, the header has 5.\nread 1 good 0 repeated 0 refused 1\n" },
  { "rows of empty cells as spreadsheets leave them", FILE_OF (HEADER ",,,,\n" GOOD " , ,,,\n"),
    "ok 3 A1 Smith 2026-01-02 2026-01-03\nread 1 good 1 repeated 0 refused 0\n" },
  { "an open quotation mark costs one row", FILE_OF (HEADER "A0,\"Smith,2026-01-02,2026-01-03,\n" GOOD),
    "no 2.2 A quotation mark opens here and does not close.\nok 3 A1 Smith 2026-01-02 2026-01-03\nread 2 good 1 repeated 0 refused 1\n" },
  { "a name of several lines", FILE_OF (HEADER "A1,\"Smith\r\n  Jones\",2026-01-02,2026-01-03,\n"),
    "ok 2 A1 Smith Jones 2026-01-02 2026-01-03\nread 1 good 1 repeated 0 refused 0\n" },
  { "a damaged name", FILE_OF (HEADER "A1,\xC3\xA9\xC3\xA9\xC3,2026-01-02,2026-01-03,\n"),
    "no 2.2 Here are bytes that the encoding of the file does not allow.\nread 1 good 0 repeated 0 refused 1\n" },
  { "a NUL in a name", FILE_OF (HEADER "A1,S\0mith,2026-01-02,2026-01-03,\n"),
    "no 2.2 Here is a NUL character, which no text has.\nread 1 good 0 repeated 0 refused 1\n" },
  { "a no-break space and a control character in a name", FILE_OF (HEADER "A1,\xC2\xA0Van\xC2\xA0\x07"
                                                                          "Dyk ,2026-01-02,2026-01-03,\n"),
    "ok 2 A1 Van Dyk 2026-01-02 2026-01-03\nread 1 good 1 repeated 0 refused 0\n" },
  { "a name in decomposed form", FILE_OF (HEADER "A1,Mu\xCC\x88ller,2026-01-02,2026-01-03,\n"),
    "ok 2 A1 Müller 2026-01-02 2026-01-03\nread 1 good 1 repeated 0 refused 0\n" },

  /* Values */
  { "no confirmation number", FILE_OF (HEADER ",Smith,2026-01-02,2026-01-03,\n"),
    "no 2.1 Confirmation number is missing.\nread 1 good 0 repeated 0 refused 1\n" },
  { "a confirmation number of 65 characters",
    FILE_OF (HEADER "12345678901234567890123456789012345678901234567890123456789012345,Smith,2026-01-02,2026-01-03,\n"),
    "no 2.1 A confirmation number has at most 64 characters.\nread 1 good 0 repeated 0 refused 1\n" },
  { "an e-mail address without a point", FILE_OF (HEADER "A1,Smith,2026-01-02,2026-01-03,smith@hotel\n"),
    "no 2.5 This is not an e-mail address.\nread 1 good 0 repeated 0 refused 1\n" },
  { "two e-mail addresses", FILE_OF (HEADER "A1,Smith,2026-01-02,2026-01-03,a@b.example;c@d.example\n"),
    "no 2.5 This is not an e-mail address.\nread 1 good 0 repeated 0 refused 1\n" },
  { "a departure before the arrival", FILE_OF (HEADER "A1,Smith,2026-01-03,2026-01-02,\n"),
    "no 2.4 The departure is before the arrival.\nread 1 good 0 repeated 0 refused 1\n" },
  { "departure on the day of arrival", FILE_OF (HEADER "A1,Smith,2026-01-02,2026-01-02,\n"),
    "ok 2 A1 Smith 2026-01-02 2026-01-02\nread 1 good 1 repeated 0 refused 0\n" },
  { "several problems in one row", FILE_OF (HEADER ",Smith,2026-02-30,,x\n"),
    "no 2.3 There is no such day. 2.4 The date is missing. 2.1 Confirmation number is missing. 2.5 This is not an e-mail address.\nread 1 good 0 repeated 0 refused 1\n" },
  { "a status that nobody knows", FILE_OF ("Confirmation Number,Arrival Date,Departure Date,Reservation Status\nA1,2026-01-02,2026-01-03,Lost\n"),
    "no 2.4 The mapping does not say what this value means.\nread 1 good 0 repeated 0 refused 1\n" },
  { "children as a fraction", FILE_OF ("Confirmation Number,Arrival Date,Departure Date,Children\nA1,2026-01-02,2026-01-03,1.5\nA2,2026-01-02,2026-01-03,2.0\n"),
    "no 2.4 This is not a number from 0 to 999.\nok 3 A2 - 2026-01-02 2026-01-03\nread 2 good 1 repeated 0 refused 1\n" },
  { "a formula taken off its guard", FILE_OF (HEADER "A1,'=Smith,2026-01-02,2026-01-03,\n"),
    "ok 2 A1 =Smith 2026-01-02 2026-01-03\nread 1 good 1 repeated 0 refused 0\n" },

  /* Repeated rows */
  { "the same row twice", FILE_OF (HEADER GOOD GOOD), OK_GOOD "read 2 good 1 repeated 1 refused 0\n" },
  { "the same number with another name", FILE_OF (HEADER GOOD "A1,Jones,2026-01-02,2026-01-03,a@b.example\n"),
    OK_GOOD "no 3.0 Line 2 has the confirmation number “A1” with other values.\nread 2 good 1 repeated 0 refused 1\n" },
  { "the same number in two hotels", FILE_OF ("Hotel,Confirmation Number,Arrival Date,Departure Date\nX,A1,2026-01-02,2026-01-03\nY,A1,2026-01-02,2026-01-03\n"),
    "ok 2 A1 - 2026-01-02 2026-01-03\nok 3 A1 - 2026-01-02 2026-01-03\nread 2 good 2 repeated 0 refused 0\n" },

  /* Dates */
  { "day first, settled by another line", FILE_OF (HEADER "A1,Smith,03/04/2026,05/04/2026,\nA2,Jones,13/04/2026,14/04/2026,\n"),
    "ok 2 A1 Smith 2026-04-03 2026-04-05\nok 3 A2 Jones 2026-04-13 2026-04-14\nread 2 good 2 repeated 0 refused 0\n" },
  { "month first, settled by the departure", FILE_OF (HEADER "A1,Smith,03/04/2026,03/14/2026,\n"),
    "ok 2 A1 Smith 2026-03-04 2026-03-14\nread 1 good 1 repeated 0 refused 0\n" },
  { "nothing settles the order", FILE_OF (HEADER "A1,Smith,03/04/2026,05/04/2026,\n"),
    "error ambiguous: Line 2 has the date “03/04/2026”, and nothing in the file tells the day from the month.\n" },
  { "the order does not matter", FILE_OF (HEADER "A1,Smith,03/03/2026,04/04/2026,\n"),
    "ok 2 A1 Smith 2026-03-03 2026-04-04\nread 1 good 1 repeated 0 refused 0\n" },
  { "two orders in one file", FILE_OF (HEADER "A1,Smith,13/04/2026,14/04/2026,\nA2,Jones,04/13/2026,04/14/2026,\n"),
    "error input: Line 2 has the date “13/04/2026” and line 3 has “04/13/2026”: no order of day and month fits both.\n" },
  { "names of months", FILE_OF (HEADER "A1,Smith,2-JAN-2026,\"Jan 3, 2026\",\n"), OK_GOOD "read 1 good 1 repeated 0 refused 0\n" },
  { "a time behind the date", FILE_OF (HEADER "A1,Smith,2026-01-02T15:00:00Z,2026-01-03 11:00 AM,\n"),
    OK_GOOD "read 1 good 1 repeated 0 refused 0\n" },
  { "points and year first", FILE_OF (HEADER "A1,Smith,2026.1.2,2026/01/03,\n"), OK_GOOD "read 1 good 1 repeated 0 refused 0\n" },
  { "a two-digit year", FILE_OF (HEADER "A1,Smith,13.04.26,14.04.2026,\n"),
    "no 2.3 The year has fewer than four digits.\nread 1 good 0 repeated 0 refused 1\n" },
  { "a day that there is not", FILE_OF (HEADER "A1,Smith,2026-02-29,2026-03-01,\n"),
    "no 2.3 There is no such day.\nread 1 good 0 repeated 0 refused 1\n" },
  { "a number of Excel where none is expected", FILE_OF (HEADER "A1,Smith,46024,46025,\n"),
    "no 2.3 This is not a date. 2.4 This is not a date.\nread 1 good 0 repeated 0 refused 1\n" },
  { "a date with rubbish behind it", FILE_OF (HEADER "A1,Smith,2026-01-02 noon,2026-01-03x,\n"),
    "no 2.3 This is not a date. 2.4 This is not a date.\nread 1 good 0 repeated 0 refused 1\n" },
};

const gsize n_nasty_stays = G_N_ELEMENTS (nasty_stays);
