package org.navette.parts.database;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/**
 * An index that serves nothing, as the library's own for every index that is not unique. It only says that it is not
 * empty: an empty one is filled from all documents, twice, whenever the file is opened, and stays as it was.
 */
final class UnusedIndex extends EmptyIndex<Object> {

    UnusedIndex(String name, List<IndexKey> keys) {
        super(name, keys);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
