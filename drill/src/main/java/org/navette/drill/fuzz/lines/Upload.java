package org.navette.drill.fuzz.lines;

import java.util.SortedMap;

/**
 * A body that is read line by line.
 *
 * @param answersEach whether every line has an answer; else only those that are refused have one, and a count ends the
 *     answer
 * @param fates by the lines' numbers; blank lines have none
 * @param refusedWhole whether its first line is wrong, so that no other is looked at
 */
record Upload(
        String kind,
        String path,
        String contentType,
        byte[] body,
        boolean answersEach,
        SortedMap<Long, Fate> fates,
        boolean refusedWhole) {}
