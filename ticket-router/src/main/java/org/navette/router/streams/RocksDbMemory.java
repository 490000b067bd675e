package org.navette.router.streams;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One budget for all stores of the process; without it each would take some hundred megabytes of its own. */
final class RocksDbMemory implements AutoCloseable {

    static final String SETTING = "navette.rocksdb.memory";

    private static final int ANY_SHARD = -1;
    private static final boolean MAY_OVERFLOW = false;
    private static final double FOR_INDEXES = 0.1;
    private static final int WRITE_SHARE = 2;

    final Cache cache;
    final WriteBufferManager writeBuffers;

    RocksDbMemory(long bytes) {
        RocksDB.loadLibrary();
        cache = new LRUCache(bytes, ANY_SHARD, MAY_OVERFLOW, FOR_INDEXES);
        writeBuffers = new WriteBufferManager(bytes / WRITE_SHARE, cache);
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }
}
