/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nasty-files.h"

#define FILE_OF(bytes) bytes, sizeof (bytes) - 1

const NastyFile nasty_csv[] = {
  /* Encodings */
  { "nothing at all", FILE_OF (""), "utf-8 comma\n" },
  { "only a byte order mark", FILE_OF ("\xEF\xBB\xBF"), "utf-8 comma\n" },
  { "two byte order marks", FILE_OF ("\xEF\xBB\xBF\xEF\xBB\xBFn,b\n1,2\n"), "utf-8 comma\n1:\xEF\xBB\xBFn|b\n2:1|2\n" },
  { "UTF-8 with mark", FILE_OF ("\xEF\xBB\xBFn\xC3\xA9,b\n1,2\n"), "utf-8 comma\n1:né|b\n2:1|2\n" },
  { "UTF-8 without mark", FILE_OF ("n\xC3\xA9,b\n1,2\n"), "utf-8 comma\n1:né|b\n2:1|2\n" },
  { "UTF-16 little endian with mark", FILE_OF ("\xFF\xFE"
                                               "a\0,\0\xE9\0\n\0"
                                               "1\0,\0"
                                               "2\0\n\0"),
    "utf-16le comma\n1:a|é\n2:1|2\n" },
  { "UTF-16 big endian with mark", FILE_OF ("\xFE\xFF\0a\0,\0\xE9\0\n\0001\0,\0002\0\n"), "utf-16be comma\n1:a|é\n2:1|2\n" },
  { "UTF-16 little endian without mark", FILE_OF ("a\0,\0b\0\n\0"
                                                  "1\0,\0"
                                                  "2\0\n\0"),
    "utf-16le comma\n1:a|b\n2:1|2\n" },
  { "UTF-16 big endian without mark", FILE_OF ("\0a\0,\0b\0\n\0001\0,\0002\0\n"), "utf-16be comma\n1:a|b\n2:1|2\n" },
  { "UTF-16 with a character beyond the basic plane", FILE_OF ("\xFF\xFE"
                                                               "a\0,\0\x3D\xD8\xCE\xDE\n\0"),
    "utf-16le comma\n1:a|🛎\n" },
  { "UTF-16 with a lone surrogate", FILE_OF ("\xFF\xFE"
                                             "a\0,\0b\0\n\0"
                                             "1\0,\0\x3D\xD8x\0\n\0"),
    "utf-16le comma\n1:a|b\n2:1|�x !damaged@2.2\n" },
  { "UTF-16 that ends in half a character", FILE_OF ("\xFF\xFE"
                                                     "a\0,\0b\0\n\0"
                                                     "1\0,\0"
                                                     "2\0x"),
    "utf-16le comma\n1:a|b\n2:1|2� !damaged@2.2\n" },
  { "Windows-1252", FILE_OF ("Name,Note\nM\xFCller,20 \x80\n"), "windows-1252 comma\n1:Name|Note\n2:Müller|20 €\n" },
  { "Windows-1252 with a byte that it does not have", FILE_OF ("Name,Note\nM\xFCller,\x81\n"),
    "windows-1252 comma\n1:Name|Note\n2:Müller|� !damaged@2.2\n" },
  { "UTF-8 with one character cut in half", FILE_OF ("N\xC3\xA9,\xC3\xBC\n1,\xC3\n3,4\n"),
    "utf-8 comma\n1:Né|ü\n2:1|� !damaged@2.2\n3:3|4\n" },
  { "UTF-8 with an overlong slash", FILE_OF ("\xC3\xA9\xC3\xA9\xC3\xA9,b\n1,\xC0\xAF\n"),
    "utf-8 comma\n1:ééé|b\n2:1|� !damaged@2.2\n" },
  { "a NUL character", FILE_OF ("a,b,c,d,e\n1,x\0y,3,4,5\n6,7,8,9,10\n"),
    "utf-8 comma\n1:a|b|c|d|e\n2:1|x�y|3|4|5 !nul@2.2\n3:6|7|8|9|10\n" },

  /* Line ends */
  { "line feeds", FILE_OF ("a,b\n1,2\n"), "utf-8 comma\n1:a|b\n2:1|2\n" },
  { "carriage returns alone", FILE_OF ("a,b\r1,2\r3,4"), "utf-8 comma\n1:a|b\n2:1|2\n3:3|4\n" },
  { "both, mixed", FILE_OF ("a,b\r\n1,2\n3,4\r5,6"), "utf-8 comma\n1:a|b\n2:1|2\n3:3|4\n4:5|6\n" },
  { "no line end at the end", FILE_OF ("a,b\n1,2"), "utf-8 comma\n1:a|b\n2:1|2\n" },
  { "empty lines in between", FILE_OF ("\n\na,b\r\n\r\n1,2\n\n\n3,4\n\n"), "utf-8 comma\n3:a|b\n5:1|2\n8:3|4\n" },
  { "only line ends", FILE_OF ("\r\n\r\n\n\r"), "utf-8 comma\n" },

  /* Quotation marks */
  { "a line end in quotation marks", FILE_OF ("a,b\n\"x\r\ny\",2\n3,4\n"), "utf-8 comma\n1:a|b\n2:x\\r\\ny|2\n4:3|4\n" },
  { "doubled quotation marks", FILE_OF ("a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n"), "utf-8 comma\n1:a|b\n2:say \"hi\"|\"\n" },
  { "empty quotation marks", FILE_OF ("a,b\n\"\",\"\"\n"), "utf-8 comma\n1:a|b\n2:|\n" },
  { "a row of one empty quoted cell", FILE_OF ("a\n\"\"\n"), "utf-8 comma\n1:a\n2:\n" },
  { "a mark inside an unquoted cell", FILE_OF ("a,b\n5\" pipe,2\n3,4\n"), "utf-8 comma\n1:a|b\n2:5\" pipe|2\n3:3|4\n" },
  { "blanks around quotation marks", FILE_OF ("a,b\n \"x, y\" , \"z\"\n"), "utf-8 comma\n1:a|b\n2:x, y|z\n" },
  { "text after a closing mark", FILE_OF ("a,b\n\"x\"y,2\n3,4\n"), "utf-8 comma\n1:a|b\n2:xy|2 !after-quote@2.1\n3:3|4\n" },
  { "a mark never closed", FILE_OF ("a,b\n1,\"x\n3,4\n5,6\n"),
    "utf-8 comma\n1:a|b\n2:1|\"x !open-quote@2.2\n3:3|4\n4:5|6\n" },
  { "a mark never closed before a row with quoted cells", FILE_OF ("a,b\n1,\"x\n3,\"y\"\n5,6\n"),
    "utf-8 comma\n1:a|b\n2:1|\"x !open-quote@2.2\n3:3|y\n4:5|6\n" },
  { "a mark never closed on the last line", FILE_OF ("a,b\n1,2\n3,\"x"), "utf-8 comma\n1:a|b\n2:1|2\n3:3|\"x !open-quote@3.2\n" },
  { "a mark never closed after a cell of several lines", FILE_OF ("a,b\n\"x\ny\",\"z\n3,4\n"),
    "utf-8 comma\n1:a|b\n2:x\\ny|\"z !open-quote@3.2\n4:3|4\n" },
  { "nothing but a quotation mark", FILE_OF ("\""), "utf-8 comma\n1:\" !open-quote@1.1\n" },

  /* Delimiters */
  { "semicolons with decimal commas", FILE_OF ("a;b\n1,5;2,5\n3,5;4,5\n"), "utf-8 semicolon\n1:a|b\n2:1,5|2,5\n3:3,5|4,5\n" },
  { "tabs with commas in the text", FILE_OF ("a\tb\nx, y\tz\nu, v\tw\n"), "utf-8 tab\n1:a|b\n2:x, y|z\n3:u, v|w\n" },
  { "commas inside quotation marks, semicolons outside", FILE_OF ("a;\"b,c,d\"\n1;\"2,3,4\"\n"), "utf-8 semicolon\n1:a|b,c,d\n2:1|2,3,4\n" },
  { "Excel's hint", FILE_OF ("sep=;\r\na;b\r\n1;2\r\n"), "utf-8 semicolon\n2:a|b\n3:1|2\n" },
  { "trailing delimiters", FILE_OF ("a,b,\n1,2,\n"), "utf-8 comma\n1:a|b|\n2:1|2|\n" },
  { "one column", FILE_OF ("a\n1\n2\n"), "utf-8 comma\n1:a\n2:1\n3:2\n" },
  { "nothing but delimiters", FILE_OF (",,\n,,\n"), "utf-8 comma\n1:||\n2:||\n" },
  { "ragged rows", FILE_OF ("a,b,c\n1,2\n1,2,3,4\n5,6,7\n"), "utf-8 comma\n1:a|b|c\n2:1|2\n3:1|2|3|4\n4:5|6|7\n" },
};

const gsize n_nasty_csv = G_N_ELEMENTS (nasty_csv);
