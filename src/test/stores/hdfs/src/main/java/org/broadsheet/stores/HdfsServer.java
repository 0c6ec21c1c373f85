package org.broadsheet.stores;

import java.io.File;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/**
 * An HDFS of one data node below a folder. Prints its address and that of its web interface, and
 * ends when its standard input does.
 */
public final class HdfsServer {

  private HdfsServer() {}

  /**
   * Starts the name node and the data node.
   *
   * @param args the folder
   * @throws Exception if they do not start
   */
  public static void main(String[] args) throws Exception {
    Configuration conf = new HdfsConfiguration();
    MiniDFSCluster cluster =
        new MiniDFSCluster.Builder(conf, new File(args[0])).numDataNodes(1).build();
    cluster.waitClusterUp();
    int web = cluster.getNameNode().getHttpAddress().getPort();
    System.out.println(
        "hdfs://127.0.0.1:" + cluster.getNameNodePort() + " http://127.0.0.1:" + web);
    System.in.transferTo(System.err);
    System.exit(0);
  }
}
