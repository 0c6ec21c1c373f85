package org.broadsheet.stores;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * A fault of a store, or of the process, around the request that puts an object of some name. The
 * environment says which: {@code S3_FAULT="lose run.json 2"} answers the first two requests for
 * {@code run.json} with a failure, although they took effect; {@code "halt-before run.json"} and
 * {@code "halt-after run.json"} end the process there.
 */
public final class Fault implements ExecutionInterceptor {

  private static final String VARIABLE = "S3_FAULT";
  private static final int FAILURE = 500;
  private static final int KILLED = 137;

  private static final String[] WORDS =
      System.getenv().getOrDefault(VARIABLE, "none none").split(" ");
  private static final String KIND = WORDS[0];
  private static final String NAME = WORDS[1];
  private static final AtomicInteger LEFT =
      new AtomicInteger(WORDS.length > 2 ? Integer.parseInt(WORDS[2]) : 1);

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    if (KIND.equals("halt-before") && isMeant(context)) {
      halt("before");
    }
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    if (KIND.equals("halt-after") && isMeant(context)) {
      halt("after");
    }
  }

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    SdkHttpResponse answer = context.httpResponse();
    if (!KIND.equals("lose")
        || !isMeant(context)
        || !answer.isSuccessful()
        || LEFT.getAndDecrement() <= 0) {
      return answer;
    }
    System.err.println("fault: the answer about " + NAME + " is lost");
    return answer.toBuilder().statusCode(FAILURE).statusText("lost").build();
  }

  private static boolean isMeant(Context.BeforeExecution context) {
    return context.request() instanceof PutObjectRequest put && put.key().endsWith("/" + NAME);
  }

  private static void halt(String when) {
    System.err.println("fault: halted " + when + " " + NAME);
    Runtime.getRuntime().halt(KILLED);
  }
}
