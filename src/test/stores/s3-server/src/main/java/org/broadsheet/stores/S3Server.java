package org.broadsheet.stores;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.blobstore.options.CreateContainerOptions;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/**
 * An S3 server with one bucket, in memory, which asks nobody who they are. Prints its address, and
 * ends when its standard input does.
 */
public final class S3Server {

  private S3Server() {}

  /**
   * Starts the server.
   *
   * @param args the name of the bucket
   * @throws Exception if it does not start
   */
  public static void main(String[] args) throws Exception {
    TransientNio2BlobStore store = new TransientNio2BlobStore();
    store.createContainer(args[0], CreateContainerOptions.NONE);
    S3Proxy server =
        S3Proxy.builder().blobStore(store).endpoint(URI.create("http://127.0.0.1:0")).build();
    server.start();
    System.out.println("http://127.0.0.1:" + server.getPort());
    System.in.transferTo(System.err);
    System.exit(0);
  }
}
